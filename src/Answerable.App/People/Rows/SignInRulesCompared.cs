using Answerable.App.Journal;
using Answerable.Model.People;

namespace Answerable.App.People;

/// <summary>What is demanded of sign-ins, held against what was told when it was changed.</summary>
internal sealed class SignInRulesCompared() : SettingCompared<SignInRulesRow, SignInRulesChanged>("rules for signing in",
    row => row is null ? "nothing" : Words(row.IdleMinutes, row.SecondFactor),
    told => told is null ? Words(SignInRulesRow.UsualMinutes, "") : Words(told.IdleMinutes, string.Join(' ', told.SecondFactor)))
{
    private static string Words(int minutes, string secondFactor) =>
        $"{minutes} minutes untouched, a second factor of {(secondFactor.Length == 0 ? "nobody" : secondFactor)}";
}
