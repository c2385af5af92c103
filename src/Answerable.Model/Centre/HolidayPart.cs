namespace Answerable.Model.Centre;

/// <summary>The parts of the United Kingdom, each with bank holidays of its own.</summary>
public enum HolidayPart
{
    EnglandAndWales,
    Scotland,
    NorthernIreland,
}

public static class HolidayParts
{
    public static IReadOnlyList<HolidayPart> All { get; } = Enum.GetValues<HolidayPart>();

    public static string Words(this HolidayPart part) => part switch
    {
        HolidayPart.EnglandAndWales => "England and Wales",
        HolidayPart.Scotland => "Scotland",
        HolidayPart.NorthernIreland => "Northern Ireland",
    };

    /// <summary>As data files and addresses write it.</summary>
    public static string Code(this HolidayPart part) => part.Words().ToLowerInvariant().Replace(' ', '-');

    /// <summary>The part so written, or null.</summary>
    public static HolidayPart? Find(string code) => All.Cast<HolidayPart?>().FirstOrDefault(part => part!.Value.Code() == code);
}
