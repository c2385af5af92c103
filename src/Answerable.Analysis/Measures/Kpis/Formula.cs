namespace Answerable.Analysis.Measures;

/// <summary>A term added or taken away.</summary>
public readonly record struct SignedTerm(Term Term, int Sign);

/// <summary>How a KPI is worked out.</summary>
public abstract record Formula
{
    /// <summary>The formula in words, with the parameters' values in it.</summary>
    public abstract string Words(KpiParameters parameters);

    public abstract KpiParameterUse Uses { get; }

    private protected static string Sum(IReadOnlyList<SignedTerm> terms, KpiParameters parameters) =>
        string.Concat(terms.Select((signed, place) => (place, signed.Sign) switch
        {
            (0, > 0) => signed.Term.Words(parameters),
            (_, > 0) => " + " + signed.Term.Words(parameters),
            (_, _) => " − " + signed.Term.Words(parameters),
        }));

    private protected static KpiParameterUse UsesOf(IEnumerable<SignedTerm> terms) =>
        terms.Aggregate(KpiParameterUse.None, (uses, signed) => uses | signed.Term.Uses);
}

/// <summary>Numerator over denominator, each a sum of additive terms: so a roll-up is the ratio of the sums, never a mean of ratios.</summary>
/// <param name="Scale">What the quotient is multiplied by: 100 for per cent, 0.001 for seconds out of milliseconds.</param>
public sealed record Ratio(IReadOnlyList<SignedTerm> Numerator, IReadOnlyList<SignedTerm> Denominator, double Scale) : Formula
{
    /// <summary>Of whom alone it speaks; of all where nothing is said.</summary>
    public string? Among { get; init; }

    public override string Words(KpiParameters parameters)
    {
        var (numerator, denominator) = (Sum(Numerator, parameters), Sum(Denominator, parameters));
        return $"{(Numerator.Count > 1 ? $"({numerator})" : numerator)} ÷ {(Denominator.Count > 1 ? $"({denominator})" : denominator)}"
            + (Among is null ? "" : $", of {Among}");
    }

    public override KpiParameterUse Uses => UsesOf(Numerator) | UsesOf(Denominator);
}

/// <summary>A plain count.</summary>
public sealed record Tally(IReadOnlyList<SignedTerm> Terms) : Formula
{
    public override string Words(KpiParameters parameters) => Sum(Terms, parameters);
    public override KpiParameterUse Uses => UsesOf(Terms);
}

/// <summary>
/// The smallest whole second within which at least so many in a thousand lie (nearest rank), seconds rounded up; 1000 is the longest.
/// </summary>
public sealed record Percentile(Measure Histogram, int PerMille, string Called) : Formula
{
    /// <summary>Of whom alone it speaks; of all where nothing is said.</summary>
    public string? Among { get; init; }

    public override string Words(KpiParameters parameters) => (PerMille == 1000
        ? $"the longest {Called}, in seconds rounded up"
        : $"the shortest time within which {PerMille / 10} % of {Called} lie, in seconds rounded up")
        + (Among is null ? "" : $", of {Among}");

    public override KpiParameterUse Uses => KpiParameterUse.None;
}
