using Answerable.Model;

namespace Answerable.App.Conduct;

internal static class ConductRefusals
{
    public static readonly Refusal NoSuchContact = new("not-found", "This contact is not on any desk here.");
    public static readonly Refusal NoSuchReferral = new("not-found", "There is no such referral here.");
    public static readonly Refusal NoSuchCase =
        new("case.unknown", "There is no case of that number. Leave it empty to open a new one.", "CaseNumber");
    public static Refusal CaseOfWhom(int number) =>
        new("case.of-whom", $"Type the reference of the customer whose case {number} is: the number alone does not open it.", "Reference");
    public static Refusal AnothersCase(int number) =>
        new("case.anothers", $"Case {number} is not this customer's. Look at both again.", "CaseNumber");
    public static Refusal AnothersCaseThis(int number) => new("case.anothers",
        $"Case {number}, which this contact continues, is not this customer's. Start a contact of their own for them.", "Reference");
    public static Refusal CaseNotOpen(int number) =>
        new("case.not-open", $"Case {number} is not open to you. Leave the number empty to open a new one.", "CaseNumber");
    public static readonly Refusal NoSuchType = new("contact-type.unknown", "There is no such contact type here. Choose another.", "Type");
    public static readonly Refusal NoWalk = new("walk.none", "No procedure guides this contact yet. Choose what it is about first.");
    public static readonly Refusal Stale =
        new("changed-meanwhile",
        "This contact has moved on since the page was opened, in another window or with a colleague. Here it is as it stands now.");
}
