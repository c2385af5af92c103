using Answerable.Model.Contacts;

namespace Answerable.Web.Conduct;

/// <summary>What became of an earlier contact, behind what it was: nothing is said that nobody knows.</summary>
internal static class CameWords
{
    public static string Of(ContactState state, bool? resolved) => (state, resolved) switch
    {
        (ContactState.Handled, true) => ", settled",
        (ContactState.Handled, false) => ", not settled",
        (ContactState.Abandoned, _) => ", left before an answer",
        (ContactState.Waiting or ContactState.Talking or ContactState.Wrapping, _) => ", open",
        _ => "",
    };
}
