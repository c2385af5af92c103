namespace Answerable.Web.Shared;

/// <param name="Count">How many there are of it, where a list is narrowed by it.</param>
public sealed record Choice(string Value, string Words, int? Count = null)
{
    public static IEnumerable<Choice> Each<TEnum>(Func<TEnum, string> words) where TEnum : struct, Enum =>
        Enum.GetValues<TEnum>().Select(value => new Choice(value.ToString(), words(value)));
}
