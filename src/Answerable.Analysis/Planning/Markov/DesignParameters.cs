using System.Globalization;

namespace Answerable.Analysis.Planning.Markov;

/// <summary>A design's parameters as written, <c>name=value;name=value</c>; what is missing or unreadable becomes a fault.</summary>
internal sealed class DesignParameters
{
    private readonly Dictionary<string, string> values = [];
    private readonly List<Fault> faults = [];

    public DesignParameters(string written)
    {
        foreach (var part in written.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1)
                Refuse($"\"{part}\" is not name=value");
            else if (!values.TryAdd(part[..equals].Trim(), part[(equals + 1)..].Trim()))
                Refuse($"{part[..equals].Trim()} is given twice");
        }
    }

    public IReadOnlyList<Fault> Faults => faults;

    public bool Has(string name) => values.ContainsKey(name);

    public double Number(string name)
    {
        if (!values.TryGetValue(name, out var text))
            return Refuse($"{name} is missing");
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && !double.IsNaN(value)
            ? value
            : Refuse($"{name} is \"{text}\", which is not a number");
    }

    public int Count(string name)
    {
        var value = Number(name);
        if (faults.Count > 0)
            return 1;
        return value == Math.Floor(value) && Math.Abs(value) <= int.MaxValue
            ? (int)value
            : (int)Refuse($"{name} must be a whole number, not {Bounds.Shown(value)}");
    }

    /// <summary>The squared coefficient of variation of a named distribution: deterministic, exponential, erlangK, lognormal cv=V.</summary>
    public double Variation(string name)
    {
        if (!values.TryGetValue(name, out var text))
            return Refuse($"scv is missing, and so is {name}");
        if (text == "deterministic")
            return 0;
        if (text == "exponential")
            return 1;
        if (text.StartsWith("erlang", StringComparison.Ordinal) && Parse(text["erlang".Length..]) is { } stages and >= 1)
            return 1 / stages;
        if (text.StartsWith("lognormal cv=", StringComparison.Ordinal) && Parse(text["lognormal cv=".Length..]) is { } variation and >= 0)
            return variation * variation;
        return Refuse($"{name} is \"{text}\"; give scv, or one of deterministic, exponential, erlangK, lognormal cv=V");
    }

    private static double? Parse(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Notes a fault and gives a harmless value, so that the rest is read and all its faults are told at once.</summary>
    private double Refuse(string sentence)
    {
        faults.Add(new Fault("params", sentence));
        return 1;
    }
}
