using System.Globalization;

namespace Answerable.Model.Centre;

/// <summary>The currencies known, from data shipped with the product.</summary>
public static class Currencies
{
    public static IReadOnlyList<Currency> All { get; } = Read();

    /// <summary>The one with an ISO 4217 code, or null.</summary>
    public static Currency? Find(string code) => All.FirstOrDefault(known => known.Code == code);

    private static List<Currency> Read()
    {
        using var stream = typeof(Currencies).Assembly.GetManifestResourceStream("currencies.csv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Trim().Split(','))
            .Select(row => new Currency(row[0], row[1], int.Parse(row[2], CultureInfo.InvariantCulture), row[3], row[4], row[5] == "comma"))];
    }
}
