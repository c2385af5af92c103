namespace Answerable.Model.Centre;

/// <summary>What a centre is: its name, clock, money, opening and bank holidays. Nothing else in the product knows a place.</summary>
/// <param name="Zone">IANA name of the zone its days are cut in.</param>
/// <param name="Holidays">The part of the United Kingdom whose bank holidays it keeps; null for none.</param>
public sealed record CentreSettings(string Name, string Zone, Currency Currency, HolidayPart? Holidays, OpeningHours Hours)
{
    /// <summary>A centre of which nothing has been said yet, as every centre was before it could be said.</summary>
    public static readonly CentreSettings Usual =
        new("Contact centre", "Europe/London", Currencies.Find("GBP")!, HolidayPart.EnglandAndWales, OpeningHours.Unsaid);

    /// <summary>Everything in it is invented, to look round in.</summary>
    public bool Demo { get; init; }

    /// <summary>After so long a contact is closed at its end whose after-contact work was never told to be over.</summary>
    public int AfterContactMinutes { get; init; } = 60;

    public const int LongestName = 80;
    public const int LongestAfterContact = 10_080;
}
