namespace Answerable.App.Import.Profiles;

/// <summary>A value taken from a row: what it came to, what had to be repaired, or why it cannot be taken.</summary>
/// <param name="Noticed">What whoever reads the figures should know of it.</param>
internal readonly record struct Taken<T>(T Value, string? Repair = null, string? Fault = null, Noticed? Noticed = null);

/// <summary>What can be so of a value that is taken all the same.</summary>
internal enum Noticed
{
    /// <summary>Its hour came twice that night.</summary>
    CameTwice,
    /// <summary>Its hour never was.</summary>
    NeverWas,
    /// <summary>A duration that is none of the column's unit.</summary>
    Misfits,
}
