"""Pictures: pictograms for easy read, drawn for this project in one calm style."""
