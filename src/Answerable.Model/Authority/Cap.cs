using Answerable.Model.Centre;
using Answerable.Model.Contacts;
using Answerable.Model.People;

namespace Answerable.Model.Authority;

/// <summary>One cap of a limit with what it adds up to, the decision asked for included.</summary>
/// <param name="Days">The window of a cap on a customer; 0 for the others.</param>
internal readonly record struct Cap(CapOver Over, int Days, long Pence, long TotalPence)
{
    /// <summary>How many a limit may have.</summary>
    public const int Bounds = 3;

    public bool Breached => TotalPence > Pence;

    /// <summary>One of the caps, where it binds. What came after the moment of judgement does not count, so that the past reads the same
    /// later.</summary>
    public static Cap? Of(int bound, Limit limit, Asked asked, IReadOnlyList<Given> given, DateTimeOffset at) => (CapOver)bound switch
    {
        CapOver.Contact => limit.PerContactPence is { } pence ? Adding(CapOver.Contact, 0, pence, asked, given, at) : null,
        CapOver.Case => limit.PerCasePence is { } pence ? Adding(CapOver.Case, 0, pence, asked, given, at) : null,
        CapOver.Customer => limit.PerCustomer is { } rolling && asked.Customer is not null
            ? Adding(CapOver.Customer, rolling.Days, rolling.Pence, asked, given, at)
            : null,
    };

    private static Cap Adding(CapOver over, int days, long pence, Asked asked, IReadOnlyList<Given> given, DateTimeOffset at)
    {
        var total = asked.Pence ?? 0;
        for (var place = 0; place < given.Count; place++)
        {
            var line = given[place];
            if (Adds(over, days, line, asked, at))
                total += line.Pence;
        }
        return new Cap(over, days, pence, total);
    }

    private static bool Adds(CapOver over, int days, Given line, Asked asked, DateTimeOffset at) =>
        line.DecisionKind == asked.DecisionKind && line.At <= at && Counts(over, days, line, asked, at);

    private static bool Counts(CapOver over, int days, Given line, Asked asked, DateTimeOffset at) => over switch
    {
        CapOver.Contact => line.Contact == asked.Contact,
        CapOver.Case => line.Contact == asked.Contact || (asked.Case is not null && line.Case == asked.Case),
        CapOver.Customer => line.Customer == asked.Customer && line.At > at.AddDays(-days),
    };

    public string Sentence(DecisionKind kind, Asked asked, Limit limit, Currency currency)
    {
        var (amount, total, cap) = (currency.Words(asked.Pence ?? 0), currency.Words(TotalPence), currency.Words(Pence));
        return TotalPence == asked.Pence
            ? $"{kind.Name} of {amount} is over {Owner(limit)} limit of {cap} {OverWords()}."
            : $"{kind.Name} of {amount} brings the total to {total}, over {Owner(limit)} limit of {cap} {OverWords()}.";
    }

    /// <summary>What of it has been given already, and until when that counts: an amount leaves the window of a customer so many days after it was
    /// given.</summary>
    public GivenAlready Used(Limit limit, Asked asked, IReadOnlyList<Given> given, DateTimeOffset at, Currency currency)
    {
        var words = $"{currency.Words(TotalPence)} of {Owner(limit)} limit of {currency.Words(Pence)} {OverWords()} is given already";
        if (Over != CapOver.Customer)
            return new GivenAlready(words, null, null);
        var (over, days) = (Over, Days);
        var ends = given.Where(line => line.Pence > 0 && Adds(over, days, line, asked, at)).Select(line => line.At.AddDays(days)).ToArray();
        return new GivenAlready(words, ends.Min(), ends.Max());
    }

    public static string Owner(Limit limit) => limit.Person is not null
        ? "the person's own"
        : $"the {limit.Role!.Value.Words().ToLowerInvariant()}'s";

    private string OverWords() => Over switch
    {
        CapOver.Contact => "a contact",
        CapOver.Case => "a case",
        CapOver.Customer => $"a customer in {Counted.Of(Days, "day")}",
    };
}

/// <summary>What a cap sums over.</summary>
internal enum CapOver
{
    Contact = 0,
    Case = 1,
    Customer = 2,
}
