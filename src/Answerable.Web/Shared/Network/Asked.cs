using System.Globalization;
using Answerable.Model;

namespace Answerable.Web.Shared;

/// <summary>
/// What an address may ask for by a word of it. What cannot be read is refused, and nothing is shown: left aside it would show more than was asked
/// for, as if it were that.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
internal abstract class AskedAttribute(string word, string needed) : Attribute
{
    public string Word => word;

    /// <summary>Why it cannot be read; nothing where it can, or nothing is asked.</summary>
    public Refusal? Amiss(string asked) =>
        asked.Length == 0 || Reads(asked) ? null
            : new Refusal("address.unread", $"“{asked}” in the address is not {needed}: nothing is shown.", word);

    protected abstract bool Reads(string asked);
}

internal sealed class AskedDayAttribute(string word) : AskedAttribute(word, "a day as 2026-10-09")
{
    protected override bool Reads(string asked) => Local.DayWritten(asked) is not null;
}

internal sealed class AskedMomentAttribute(string word) : AskedAttribute(word, "a moment as 2026-10-09T09:30:00Z")
{
    protected override bool Reads(string asked) =>
        DateTimeOffset.TryParse(asked, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);
}

internal sealed class AskedNumberAttribute(string word) : AskedAttribute(word, "a number")
{
    protected override bool Reads(string asked) => int.TryParse(asked, CultureInfo.InvariantCulture, out _);
}

/// <param name="of">What it is the number of.</param>
internal sealed class AskedIdAttribute(string word, string of) : AskedAttribute(word, $"the number of a {of}")
{
    protected override bool Reads(string asked) => Guid.TryParse(asked, out _);
}

/// <summary>One of a few, or several with commas.</summary>
internal sealed class AskedAttribute<T>(string word) : AskedAttribute(word, "known here") where T : struct, Enum
{
    protected override bool Reads(string asked) => asked.Split(',').All(one => ByName.Of<T>(one.Trim()) is not null);
}

internal sealed class AskedOneAttribute(string word, params string[] known) : AskedAttribute(word, "known here")
{
    protected override bool Reads(string asked) => known.Contains(asked);
}
