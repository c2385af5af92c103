using System.Globalization;
using Answerable.Simulation.Distributions;

namespace Answerable.Analysis.Rehearsal;

/// <summary>The parameters of a small design as written, "name=value;name=value"; remembers the first thing wrong with them.</summary>
internal sealed class DesignParameters
{
    private const int MostAgents = 100_000;

    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    public DesignParameters(string text)
    {
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var sign = part.IndexOf('=', StringComparison.Ordinal);
            if (sign <= 0)
                Problem ??= $"\"{part}\" is not of the form name=value";
            else if (!values.TryAdd(part[..sign].Trim(), part[(sign + 1)..].Trim()))
                Problem ??= $"{part[..sign]} is given twice";
        }
    }

    /// <summary>The first thing wrong; nothing when all is well.</summary>
    public string? Problem { get; private set; }

    public double Positive(string name) => Number(name, value => value > 0, "a positive number", 1);

    public double Probability(string name) => Number(name, value => value is >= 0 and <= 1, "a probability from 0 to 1", 0);

    public int Agents(string name) =>
        (int)Number(name, value => value >= 1 && value <= MostAgents && value == Math.Floor(value), $"a whole number from 1 to {MostAgents:N0}", 1);

    public int Whole(string name) =>
        (int)Number(name, value => value is >= 0 and <= 1e9 && value == Math.Floor(value), "a whole number, 0 or more", 0);

    /// <summary>
    /// A handling law named in words: deterministic, exponential, erlang4, gamma cv=1.5, lognormal cv=1.5, hyperexponential scv=4. One named
    /// otherwise is a gamma of the squared variation that <c>scv</c> gives: of a single agent's queue the means rest on that alone.
    /// </summary>
    public Distribution Law(string name, double mean)
    {
        var words = values.GetValueOrDefault(name, "exponential").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var law = words.Length == 0 ? "" : words[0].ToLowerInvariant();
        double? squared = values.ContainsKey("scv") ? Number("scv", value => value >= 0, "0 or a positive number", 1) : null;
        var variation = words.Length > 1 && words[1].Contains('=', StringComparison.Ordinal) ? Variation(name, words[1]) : Math.Sqrt(squared ?? 1);
        return law switch
        {
            "deterministic" or "constant" => new Deterministic(mean),
            "exponential" => new Exponential(mean),
            _ when Phases(law) is { } phases => new Erlang(phases, mean),
            "lognormal" when variation > 0 => Lognormal.WithMean(mean, variation),
            "hyperexponential" or "h2" when variation >= 1 => HyperExponential.WithMean(mean, variation * variation),
            "gamma" when variation > 0 => GammaDistribution.WithMean(mean, variation),
            _ when squared is { } known => OfVariation(mean, known),
            _ => Unknown(name, string.Join(' ', words), mean),
        };
    }

    private static int? Phases(string law) =>
        law.StartsWith("erlang", StringComparison.Ordinal) && int.TryParse(law["erlang".Length..], CultureInfo.InvariantCulture, out var phases)
            && phases is > 0 and <= 10_000
            ? phases
            : null;

    private static Distribution OfVariation(double mean, double squared) =>
        squared == 0 ? new Deterministic(mean) : GammaDistribution.WithMean(mean, Math.Sqrt(squared));

    private Exponential Unknown(string name, string words, double mean)
    {
        Problem ??= $"{name} is \"{words}\", which names no handling law; give scv too, or name one of deterministic, exponential, erlangK, gamma, " +
            $"lognormal, hyperexponential";
        return new Exponential(mean);
    }

    private double Variation(string name, string word)
    {
        var parts = word.Split('=');
        if (parts.Length == 2 && parts[0] is "cv" or "scv" && double.TryParse(parts[1], CultureInfo.InvariantCulture, out var value) && value > 0
            && double.IsFinite(value))
            return parts[0] == "cv" ? value : Math.Sqrt(value);
        Problem ??= $"{name} has \"{word}\", which should be cv= or scv= and a positive number";
        return 1;
    }

    private double Number(string name, Func<double, bool> allowed, string wanted, double otherwise)
    {
        if (!values.TryGetValue(name, out var text))
            Problem ??= $"{name} is missing";
        else if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value)
            || !allowed(value))
            Problem ??= $"{name} must be {wanted}, but is \"{text}\"";
        else
            return value;
        return otherwise;
    }
}
