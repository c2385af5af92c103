using Answerable.BrowserTests.Everywhere.Places;

namespace Answerable.BrowserTests.Everywhere;

/// <summary>Fills the holes of a page's address with what is there in the demo centre, as the page's module says.</summary>
internal sealed class Filled(Product product, Visit visit)
{
    private static readonly IReadOnlyList<IPlaces> Modules =
    [
        .. typeof(Filled).Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(IPlaces)) && !type.IsInterface)
            .Select(type => (IPlaces)Activator.CreateInstance(type)!),
    ];

    public async Task<string> AddressAsync(string pattern)
    {
        if (!pattern.Contains('{', StringComparison.Ordinal))
            return pattern;
        await using var db = product.OpenDb();
        foreach (var module in Modules)
            if (await module.AddressAsync(pattern, db, visit) is { } address)
                return address;
        throw new InvalidOperationException($"Say in a class of {nameof(IPlaces)} what {pattern} is looked at with.");
    }
}
