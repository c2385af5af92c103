namespace Answerable.App.Home;

/// <summary>A page about one thing, for those who know what it is called.</summary>
/// <param name="What">What kind of thing it is, in a word or two.</param>
public sealed record Place(string Name, string What, string Url)
{
    /// <summary>The customer by whose reference it was found; none where it bears the words itself.</summary>
    public CustomerId? Customer { get; init; }
}
