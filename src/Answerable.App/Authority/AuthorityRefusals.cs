using Answerable.Model;

namespace Answerable.App.Authority;

internal static class AuthorityRefusals
{
    public static readonly Refusal NoSuchKind =
        new("not-found", "There is no such kind of decision here. Choose another, or define it first.", "DecisionKind");
    public static readonly Refusal NoSuchLimit = new("not-found", "There is no such limit here.");
    public static readonly Refusal Ended = new("authority.ended", "This limit has ended already.");
}
