package dev.optima.protocol.rest;

/// `POST /api/rooms/{roomId}/read`: all up to this `seq` has been read.
public record ReadMark(long seq) {}
