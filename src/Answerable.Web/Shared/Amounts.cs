using Answerable.Model;

namespace Answerable.Web.Shared;

/// <summary>Reads an amount as people type it, in the centre's money.</summary>
internal static class Amounts
{
    /// <summary>False where it is no amount; null where nothing was typed.</summary>
    public static bool TryRead(string? typed, out long? minor)
    {
        minor = string.IsNullOrWhiteSpace(typed) ? null : Local.Currency.Read(typed);
        return minor is not null || string.IsNullOrWhiteSpace(typed);
    }

    /// <summary>Said at the field of one that is none.</summary>
    public static Refusal Refused(string? typed, string field) => new("field.not-money", $"This {Local.Currency.Unread(typed ?? "")}.", field);
}
