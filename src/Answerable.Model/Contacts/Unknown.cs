namespace Answerable.Model.Contacts;

/// <summary>Which of a contact's times nobody knows: no nought, and left out of every measure that needs them. Stored by number: never given
/// another.</summary>
[Flags]
public enum Unknown
{
    Nothing = 0,
    Wait = 1,
    Talk = 2,
    Hold = 4,
    Wrap = 8,
}

public static class Unknowns
{
    /// <summary>What a record of a whole contact leaves unsaid.</summary>
    public static Unknown Of(ContactRecorded record) => Unknown.Wait.If(record.WaitUnknown)
        | Unknown.Talk.If(record.TalkUnknown) | Unknown.Hold.If(record.HoldUnknown) | Unknown.Wrap.If(record.WrapUnknown);

    public static bool Has(this Unknown all, Unknown one) => (all & one) != Unknown.Nothing;

    internal static Unknown If(this Unknown time, bool unknown) => unknown ? time : Unknown.Nothing;

    /// <summary>A contact of whose times these are not known.</summary>
    internal static Contact Without(this Contact whole, Unknown unknown) =>
        unknown is Unknown.Nothing ? whole : whole with { Told = Told.Of(whole) with { Unknown = unknown } };
}
