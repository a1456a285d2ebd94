"""Who may see and do what: scopes, rules and Casbin's decisions. Knows models only."""

from policies.policy import Decision, Policy, PolicyFile, row_facts
from policies.principal import ANONYMOUS, Assignment, Principal, load_principal, load_principal_of_account
from policies.rules import PolicyError, Rule
from policies.visibility import Access, Branch, CallerFact, Visible, is_readable

__all__ = [
    "ANONYMOUS",
    "Access",
    "Assignment",
    "Branch",
    "CallerFact",
    "Decision",
    "Policy",
    "PolicyError",
    "PolicyFile",
    "Principal",
    "Rule",
    "Visible",
    "is_readable",
    "load_principal",
    "load_principal_of_account",
    "row_facts",
]
