using Answerable.Model;

namespace Answerable.App.Acts;

/// <summary>More than anybody types into one field.</summary>
public static class LongText
{
    public const int Most = 20_000;

    public static Refusal Refused(string field) => new("text.too-long", $"Keep this within {Most:N0} characters.", field);
}
