"""The widths in which the CMS shows a page before it is published: what readers hold in their hands comes first."""

PHONE_WIDTH, PHONE_HEIGHT = 360, 740  # CSS pixels of a cheap phone
PREVIEW_SIZES = [
    {"name": "mobile", "icon": "mobile-alt", "device_width": PHONE_WIDTH, "label": "Lihat selebar HP"},
    {"name": "desktop", "icon": "desktop", "device_width": 1280, "label": "Lihat selebar laptop"},
]
