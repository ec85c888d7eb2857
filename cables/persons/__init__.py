"""What pages say of persons. Who is the same as whom is settled in `cables.people`."""
