# ruff: noqa: E501 - releases read best a sentence a line
"""The releases of three samples as a reader gives them, built by hand so that these tests need no reader."""

from __future__ import annotations

from plainspoken.model import Inline, Release
from tests.build import block, link, parts, section


def domestic_abuse() -> Release:
    order = link("restraining order", "https://www.wessex-valley-police.example/advice/restraining-orders")
    speaker = "Priya Nandakumar"
    return Release(
        lang="en-GB",
        published="2026-02-10T14:05:00+00:00",
        publisher="Wessex Valley Police",
        sections=(
            section("headline", "headline", block("headline.p1", "Man jailed for 26 months after breaching restraining order", kind="heading", level=1)),
            section("standfirst", "standfirst", block("standfirst.p1", "A man who repeatedly contacted his former partner despite a court order has been sent to prison.")),
            section("lead", "lead", block("lead.p1", "Darren Pollexfen, 38, of Quarry Lane, Marlbrook, was sentenced at Marlbrook Crown Court on Monday 9 February 2026.")),
            section(
                "body", "body",
                block("body.p1", "He had pleaded guilty to three counts of breaching a restraining order and one count of criminal damage."),
                block("body.p2", "He was jailed for two years and two months and ordered to pay a victim surcharge of £228."),
                block("body.p3", (Inline("text", "Under a new "), order, Inline("text", ", he must not contact the victim, or go to her home or place of work, until 9\u00a0February 2036."))),
                block("body.p4", "The court heard that Pollexfen went to the woman’s home at about 11.20pm on Saturday 4 October 2025, eight weeks after the first order was made.", "He broke a window, causing £340 of damage, and left before officers arrived."),
                block("body.p5", "Over the next nine days he sent her 47 text messages from two different phones."),
            ),
            section(
                "body2", "body",
                block("body2.p1", "‘Her evidence was vital’", kind="heading", level=2),
                block("body2.p2", "Detective Sergeant Priya Nandakumar, of the Domestic Abuse Investigation Team, said: “I want to thank the woman at the centre of this case for her courage.", kind="quote", speaker=speaker),
                block("body2.p3", "“She kept every message and reported every breach, and her evidence was vital.", kind="quote", speaker=speaker),
                block("body2.p4", "“A restraining order is not a warning: if you break it, we will arrest you.”", kind="quote", speaker=speaker),
            ),
            section(
                "helpline", "helpline",
                block("helpline.p1", "How to get help", kind="heading", level=2),
                parts(
                    "helpline.p2", "list",
                    {
                        "i1": "If you are in immediate danger, call 999.",
                        "i2": "If you cannot speak and are calling from a mobile, press 55 when prompted.",
                        "i3": "To report domestic abuse when it is not an emergency, call 101 or report it online.",
                        "i4": "The National Domestic Abuse Helpline, run by Refuge, is free and open 24 hours a day on 0808 2000 247.",
                        "i5": "You can ask whether a partner has been violent in the past through the DVDS, also known as Clare’s Law.",
                    },
                ),
            ),
            section("notes", "notes", parts("notes.p1", "list", {"i1": "The victim has asked not to be named, and we ask the media to respect her privacy.", "i2": "A custody image of Pollexfen is available on request."}, ordered=True)),
            section("contact", "contact", block("contact.p1", "Wessex Valley Police Press Office: 01632 960147 or press.office@wessex-valley-police.example")),
        ),
    )  # fmt: skip


def flood_grants() -> Release:
    form = link("online form", "https://newsroom.rivers-and-coasts.example/apply-flood-grant")
    return Release(
        lang="en",
        published="2026-01-16T09:30:00+00:00",
        publisher="Department for Rivers and Coasts",
        sections=(
            section("headline", "headline", block("headline.p1", "Flood grants of up to £7,500 open for homes and small businesses", kind="heading", level=1)),
            section("standfirst", "standfirst", block("standfirst.p1", "People whose homes or businesses were flooded by Storm Isolde can apply for a grant from Monday 19 January 2026.")),
            section("lead", "lead", block("lead.p1", "The Department for Rivers and Coasts has set aside £18.6 million for the scheme, which covers 14 council areas in the north of England.")),
            section("body", "body", block("body.p1", "Storm Isolde brought 112 millimetres of rain in 36 hours on 2 and 3 January 2026, and about 2,300 properties were flooded.")),
            section(
                "body2", "body",
                block("body2.p1", "Who can apply", kind="heading", level=2),
                block("body2.p2", "You can apply if:"),
                parts("body2.p3", "list", {"i1": "water entered rooms that you live or work in", "i2": "you own or rent the property", "i3": "your council has confirmed the flood"}),
            ),
            section(
                "body3", "body",
                block("body3.p1", "How much you can get", kind="heading", level=2),
                block("body3.p2", "You do not have to pay the grant back."),
                parts(
                    "body3.p3", "table",
                    {
                        "caption": "Grant amounts",
                        "r1.c1": "Type of property", "r1.c2": "Highest grant", "r1.c3": "Paid within",
                        "r2.c1": "Home", "r2.c2": "£5,000", "r2.c3": "15 working days",
                        "r3.c1": "Small business", "r3.c2": "£7,500", "r3.c3": "20 working days",
                        "r4.c1": "Community building", "r4.c2": "£6,000", "r4.c3": "20 working days",
                    },
                    shape=(4, 3), header_rows=1,
                ),
            ),
            section(
                "body4", "body",
                block("body4.p1", "How to apply", kind="heading", level=2),
                parts("body4.p2", "list", {"i1": "Report the flood to your council.", "i2": "Take photographs of the damage and keep your receipts."}, ordered=True),
                block("body4.p3", (Inline("text", "Fill in the "), form, Inline("text", " before 5pm on Friday 27 March 2026."))),
                block("body4.p4", "Floods Minister Helen Ashdown said:"),
                block("body4.p5", "Coming home to a flooded kitchen is heartbreaking, and nobody should have to fight through paperwork as well.", kind="quote", speaker="Helen Ashdown"),
                block("body4.p6", "The form takes about 20 minutes, and most people will have the money within three weeks.", kind="quote", speaker="Helen Ashdown"),
            ),
            section("helpline", "helpline", block("helpline.p1", "For flood warnings and advice, call Floodline on 0345 988 1188 at any time of day or night.", "If someone’s life is at risk, call 999.")),
            section("notes", "notes", parts("notes.p1", "list", {"i1": "A small business is one with fewer than 50 FTE staff.", "i2": "For media enquiries, call 020 7946 0182 or email newsdesk@rivers-and-coasts.example."})),
        ),
    )  # fmt: skip


def measles_clinics() -> Release:
    mmr = Inline("abbr", "MMR", title="measles, mumps and rubella")
    page = link("vaccination page", "https://newsroom.eastmere-health.example/vaccines/mmr.asp")
    speaker = "Amina Yusuf"
    return Release(
        lang="en-GB",
        published="2025-10-06T10:00:00+01:00",
        publisher="Eastmere Community Health",
        sections=(
            section("headline", "headline", block("headline.p1", "Walk-in measles clinics to open in three places this month", kind="heading", level=1)),
            section("standfirst", "standfirst", block("standfirst.p1", "Anyone who has not had two doses of the MMR vaccine can have one free, without an appointment, at a clinic in Eastmere this month.")),
            section("lead", "lead", block("lead.p1", "The clinics follow 31 confirmed cases of measles in the town since 1 August 2025, most of them in children under 10.")),
            section("body", "body", block("body.p1", (Inline("text", "The "), mmr, Inline("text", " vaccine is safe, and two doses give the best protection.")), "You do not need to bring identification or proof of address.")),
            section(
                "body2", "body",
                block("body2.p1", "Where and when", kind="heading", level=2),
                parts("body2.p2", "list", {"i1": "Eastmere Library, Harbour Street: Saturday 11 October, 10am to 4pm", "i2": "St Wilfrid's Hall, Holt Road: Tuesday 14 October, 3.30pm to 7pm", "i3": "Quayside Leisure Centre: Sunday 19 October, 11am to 3pm"}),
                block("body2.p3", "Children under 16 should come with a parent or guardian.", "A version of the vaccine that contains no pork gelatine is available if you ask for it."),
                block("body2.p4", "Dr Amina Yusuf, consultant in public health at Eastmere Community Health, said: \"Measles is not just a rash, and it can make children very ill.\"", kind="quote", speaker=speaker),
                block("body2.p5", "\"It spreads easily, so please check your child's red book or ask your GP surgery,\" she added.", "\"It is never too late to catch up.\"", kind="quote", speaker=speaker),
            ),
            section(
                "helpline", "helpline",
                block("helpline.p1", "What to do if you think it is measles", kind="heading", level=2),
                block("helpline.p2", "The first signs are often a high temperature, a cough and sore, red eyes, and a rash appears a few days later."),
                block("helpline.p3", "Call your GP surgery or NHS 111 before you go anywhere, because measles can spread to other people in a waiting room.", "Call 999 if someone is seriously ill, for example if they have a fit or find it hard to breathe."),
                block("helpline.p4", (Inline("text", "More information is on our "), page, Inline("text", "."))),
            ),
            section("notes", "notes", block("notes.p1", "The clinics cost £9,400 and are paid for by Eastmere Community Health."), block("notes.p2", "Journalists can contact Tom Brereton on 01632 960 555 or at media@eastmere-health.example.")),
        ),
    )  # fmt: skip
