package dev.optima.backend.demo;

import dev.optima.backend.account.Identity;
import java.util.List;

/// What happens between an applicant and who looks after them.
///
/// @param deeds in any order
record DemoRoom(
    DemoScript.Person person,
    Identity recruiter,
    Identity applicant,
    List<DemoScript.Deed> deeds) {}
