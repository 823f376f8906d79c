// The call page starts here.
