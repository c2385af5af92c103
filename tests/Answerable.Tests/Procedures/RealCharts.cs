using Answerable.Model.Authority;
using Answerable.Model.People;
using Answerable.Model.Procedures;

namespace Answerable.Tests.Procedures;

/// <summary>Two procedures as a council's service centre would write them, sound in every check.</summary>
internal static class RealCharts
{
    public static readonly DecisionKind Refund = new("refund", "Refund", Money: true);
    public static readonly DecisionKind Exception = new("exception", "Exception to policy", Money: false);
    public static readonly IReadOnlyList<DecisionKind> Kinds = [Refund, Exception];

    public static readonly Chart MissedBin = new(
    [
        new Step("n1", "Greet and take the address")
        {
            Guideline = new Guideline
            {
                Approach = "Thank the customer for telling us. Take the **postcode first**, then the house number.",
                Say = "Thank you for letting us know. May I take your postcode?",
                Must = ["Confirm the address back to the customer"],
                Why = "The round is found by the address.",
            },
            Fields = [new Field("address", "Address", FieldType.Text, Required: true) { Personal = true }],
        },
        new Decision("n2", "Collection day")
        {
            Question = "Was the collection due today, or in the last two working days?",
            Hint = "The round list shows the day beside the address.",
            Answers = [new Answer("a1", "Yes"), new Answer("a2", "No, longer ago", "n7"), new Answer("a3", "Not due yet", "n8")],
        },
        new Decision("n3", "Reported by the crew")
        {
            Question = "Did the crew report a reason for leaving the bin?",
            Answers = [new Answer("a1", "Yes", "n6"), new Answer("a2", "No")],
        },
        new Step("n4", "Book the return collection")
        {
            Strictness = Strictness.Strict,
            Guideline = new Guideline
            {
                Approach = "Book the crew's return for the next working day and give the reference.",
                Say = "The crew will come back by the end of tomorrow. Please leave the bin out.",
                Why = "The waste contract promises a return within one working day.",
            },
            Fields = [new Field("return_on", "Return on", FieldType.Date, Required: true)],
        },
        new Ending("n5", "Return booked", Resolved: true) { AfterContact = "Nothing further: the crew's system tells the customer." },
        new Step("n6", "Explain the crew's reason")
        {
            Guideline = new Guideline
                { Approach = "Read out the reason as the crew gave it, and how to put it right.", Never = ["Argue about what the crew saw"] },
            Fields = [new Field("reason", "Crew's reason", FieldType.Choice, Required: true)
                { Choices = ["Wrong items", "Too heavy", "No access", "Not out"] }],
            Next = "n8",
        },
        new Step("n7", "Ask a senior agent for an exception", Role.Agent, "n4")
        {
            Guideline = new Guideline { Approach = "Say what happened and for how long. Stay with the customer." },
            Authority = new AuthorityDemand("exception"),
            Referral = new ReferralPoint(Role.SeniorAgent, 10, "The bin was missed more than two working days ago.",
                "I am asking a colleague who can decide this now."),
        },
        new Ending("n8", "Told when it will be collected", Resolved: true),
    ])
    { KeysGiven = 8 };

    public static readonly Chart Refunds = new(
    [
        new Step("n1", "Identify the account holder")
        {
            Strictness = Strictness.Strict,
            Guideline = new Guideline
            {
                Approach = "Ask for two things only the account holder knows.",
                Must = ["Give no hint of the answer"],
                Never = ["Write the answers down"],
                MustSay = "Before I can talk about the account I need to make sure I am speaking to the right person.",
                Why = "Data Protection Act 2018.",
            },
        },
        new Decision("n2", "Identified")
        {
            Question = "Were both answers right?",
            Answers = [new Answer("a1", "Yes"), new Answer("a2", "No, first try", "n1"), new Answer("a3", "No, second try", "n9")],
        },
        new Step("n3", "Find the overcharge")
        {
            Guideline = new Guideline { Approach = "Compare the reading on the bill with the customer's own." },
            Fields = [new Field("overcharge", "Overcharged by", FieldType.Money, Required: true), new Field("bill", "Bill number", FieldType.Text)],
        },
        new Decision("n4", "Overcharged")
        {
            Question = "Has the customer paid too much?",
            Answers = [new Answer("a1", "Yes"), new Answer("a2", "No", "n8")],
        },
        new Step("n5", "Refund the overcharge")
        {
            Guideline = new Guideline
                { Approach = "Refund what was overcharged, no more.", Say = "I am refunding the difference to the account you pay from." },
            Fields = [new Field("amount", "Refund", FieldType.Money, Required: true)],
            Authority = new AuthorityDemand("refund", "amount"),
            Referral = new ReferralPoint(Role.TeamLeader, 15, "The refund is over your limit.", "My team leader will confirm it while we speak."),
        },
        new Step("n6", "Check the refund", Role.SeniorAgent)
        {
            Guideline = new Guideline { Approach = "See that the amount is the difference of the two readings." },
        },
        new Ending("n7", "Refunded", Resolved: true),
        new Ending("n8", "Bill is right", Resolved: true),
        new Ending("n9", "Not identified", Resolved: false) { AfterContact = "Send the letter that asks for proof of identity." },
    ])
    { KeysGiven = 9 };
}
