"""The pictures of easy read: our own small SVG files, each named after the concept it shows."""
