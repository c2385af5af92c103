using Answerable.Model.Centre;
using Answerable.Model.People;
using Answerable.Model.Procedures;

namespace Answerable.Model.Conduct;

/// <summary>What a move of a preview came to, in a line.</summary>
internal static class PreviewWords
{
    public static string Of(Chart chart, Walk before, Move move, Turn turn, Command.OpenReferral? waiting, Currency currency)
    {
        var at = $"{chart.NumberOf(before.At)} {chart.Find(before.At)?.Title}";
        var opened = turn.Commands.OfType<Command.OpenReferral>().FirstOrDefault();
        return move switch
        {
            Move.Do when opened is not null => $"{at}{Amount(opened.Pence, currency)}: goes to the {Who(opened.To)}",
            Move.Do => $"{at}{Amount(turn.Commands.OfType<Command.TakeDecision>().FirstOrDefault()?.Pence, currency)}",
            Move.Choose choose =>
                $"{at}: {(chart.Find(before.At) as Decision)?.Answers.FirstOrDefault(answer => answer.Key == choose.Answer)?.Label}",
            Move.Skip => $"{at}: left out",
            Move.Refer => $"{at}: the contact goes to the {Who(opened?.To)}",
            Move.Resume => $"The {Who(waiting?.To)} takes the contact over",
            Move.HearApproval => $"The {Who(waiting?.To)} approves it",
            Move.HearRefusal => $"The {Who(waiting?.To)} refuses it",
            _ => at,
        };
    }

    private static string Amount(long? pence, Currency currency) => pence is { } amount ? $", {currency.Words(amount)}" : "";

    private static string Who(Role? role) => role?.Words().ToLowerInvariant() ?? "next in the line";
}
