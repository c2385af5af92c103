using System.Text.RegularExpressions;
using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Authority;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Authority;

/// <summary>Names a kind of decision that needs authority, so that limits can be set for it and steps can demand it.</summary>
[Needs(Permission.SetAuthority)]
public sealed partial record DefineDecisionKind(string Code, string Name, bool Money) : IAct<string>
{
    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Shape();

    /// <summary>The code a name suggests.</summary>
    public static string CodeOf(string name) =>
        string.Join('-', name.ToLowerInvariant().Split([' ', '-', '/', ',', '.', '\'', '&'], StringSplitOptions.RemoveEmptyEntries));

    internal sealed class Handler : IHandle<DefineDecisionKind, string>
    {
        public async Task<Outcome<string>> Handle(DefineDecisionKind act, ActContext context, CancellationToken stop)
        {
            var (code, name) = (act.Code.Trim(), act.Name.Shown());
            var refusals = new List<Refusal>();
            if (name.Length is 0 or > 80)
                refusals.Add(new Refusal("authority.name", "Give it a name of up to 80 characters, such as Goodwill payment.", nameof(Name)));
            else if (name.NameRefused(nameof(Name)) is { } unreadable)
                refusals.Add(unreadable);
            if (code.Length > 40 || !Shape().IsMatch(code))
                refusals.Add(new Refusal("authority.code", "The code is short and lower case, such as goodwill or fee-waiver.", nameof(Code)));
            else if (await context.Db.Set<DecisionKindRow>().AnyAsync(row => row.Code == code, stop))
                refusals.Add(new Refusal("authority.kind-known", "There is a kind of decision with this code already.", nameof(Code)));
            if (refusals.Count > 0)
                return refusals;
            context.Db.Set<DecisionKindRow>().Add(new DecisionKindRow { Code = code, Name = name, Money = act.Money });
            context.Happened(new DecisionKindDefined(code, name, act.Money), Ids.New<LimitId>());
            return code;
        }
    }
}
