"""The contracts of the engines as plain functions: hold an engine of your own to them, in your tests.

from plainspoken.engines.contract import check_speaker
check_speaker(MyVoice())

An engine that asks a service is held to `check_outage` too, once for each way in which its service can fail.
"""

from plainspoken.engines.contract.simplifier import check_simplifier
from plainspoken.engines.contract.speaker import check_outage, check_speaker
from plainspoken.engines.contract.translator import check_translator

__all__ = ["check_outage", "check_simplifier", "check_speaker", "check_translator"]
