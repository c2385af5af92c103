using System.Globalization;
using Answerable.App.Authority;
using Answerable.Model;
using Answerable.Model.Authority;
using Answerable.Model.People;
using Answerable.Web.Shared;

namespace Answerable.Web.Authority;

/// <summary>A limit as typed.</summary>
public sealed class LimitForm
{
    /// <summary>A role's name, or a person's id.</summary>
    public string? For { get; set; }
    public string? PerContact { get; set; }
    public string? PerCase { get; set; }
    public string? PerCustomer { get; set; }
    public string? Days { get; set; }
    public string? From { get; set; }
    public string? To { get; set; }
    public bool WithoutBound { get; set; }
    /// <summary>Read by the second person, where one has to say yes.</summary>
    public string? Why { get; set; }
    /// <summary>What was said of it when it was sent before, and whether it is to be set all the same.</summary>
    public string? Said { get; set; }
    public bool AllTheSame { get; set; }

    /// <summary>Filled with what stands, so that a bound goes only where somebody takes it out.</summary>
    internal static LimitForm Of(string? whom, Limit? standing) => new()
    {
        For = whom,
        PerContact = Typed(standing?.PerContactPence),
        PerCase = Typed(standing?.PerCasePence),
        PerCustomer = Typed(standing?.PerCustomer?.Pence),
        Days = standing?.PerCustomer?.Days.ToString(CultureInfo.InvariantCulture),
        WithoutBound = standing is { PerContactPence: null, PerCasePence: null, PerCustomer: null },
    };

    /// <summary>Whom a limit is for, as the form names them.</summary>
    internal static string Whom(Limit limit) => limit.Role?.ToString() ?? limit.Person?.ToString() ?? "";

    internal bool Knows(IReadOnlyList<string> odd) => odd.Count == 0 || (AllTheSame && Said == Saying(odd));

    internal static string Saying(IReadOnlyList<string> odd) => string.Join(' ', odd);

    private static string? Typed(long? pence) => pence is { } amount ? Local.Currency.Typed(amount) : null;

    internal Outcome<SetLimit> Act(string kind)
    {
        var refusals = new List<Refusal>();
        long? Amount(string? typed, string field)
        {
            if (!Amounts.TryRead(typed, out var pence))
                refusals.Add(Amounts.Refused(typed, field));
            return pence;
        }
        DateTimeOffset? Day(string? typed, string field)
        {
            if (string.IsNullOrWhiteSpace(typed))
                return null;
            if (Local.DayWritten(typed) is { } day)
                return Local.StartOf(day);
            refusals.Add(new Refusal("field.not-a-date", Local.DaysWritten, field));
            return null;
        }
        int? Count(string? typed, string field)
        {
            if (string.IsNullOrWhiteSpace(typed))
                return null;
            if (int.TryParse(typed, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var days))
                return days;
            refusals.Add(new Refusal("field.not-a-number", "Write the days as a whole number, such as 30.", field));
            return null;
        }
        var act = new SetLimit(kind, ByName.Of<Role>(For), Guid.TryParse(For, out var person) ? PersonId.From(person) : null,
            Day(From, nameof(SetLimit.From)))
        {
            PerContactPence = Amount(PerContact, nameof(SetLimit.PerContactPence)),
            PerCasePence = Amount(PerCase, nameof(SetLimit.PerCasePence)),
            PerCustomerPence = Amount(PerCustomer, nameof(SetLimit.PerCustomerPence)),
            PerCustomerDays = Count(Days, nameof(SetLimit.PerCustomerDays)),
            To = Day(To, nameof(SetLimit.To)),
            WithoutBound = WithoutBound,
        };
        return refusals.Count > 0 ? refusals : act;
    }
}
