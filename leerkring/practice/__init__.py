"""What people do together: answer a scan, meet, promise."""
