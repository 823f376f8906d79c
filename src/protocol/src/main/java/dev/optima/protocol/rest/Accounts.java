package dev.optima.protocol.rest;

import java.util.List;

/// `GET /api/accounts` (administrators only): by name.
public record Accounts(List<Account> accounts) {}
