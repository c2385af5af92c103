namespace Answerable.App.Import.Profiles;

/// <summary>A value taken from a row: what it came to, what had to be repaired, or why it cannot be taken.</summary>
internal readonly record struct Taken<T>(T Value, string? Repair = null, string? Fault = null);
