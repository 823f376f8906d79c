// The applicant's page starts here.
