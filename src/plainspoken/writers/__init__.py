"""Writers: from editions and narrations to the files of a pack."""
