using Answerable.App;
using Answerable.App.Acts;
using Answerable.App.Demo;
using Answerable.App.Measures;
using Answerable.App.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Acts;

public sealed class EveryActTests
{
    private const int MostRows = 250;

    /// <summary>A sample that can be done only once says little of an act that is done all day.</summary>
    private const int Tries = 2;

    [Fact]
    public void Every_act_is_in_the_table()
    {
        var acts = typeof(AnswerableApp).Assembly.GetTypes().Where(type => !type.IsAbstract
            && type.GetInterfaces().Any(role => role.IsGenericType && role.GetGenericTypeDefinition() == typeof(IAct<>)));
        var missing = acts.Where(act => !ActTable.Samples.ContainsKey(act)).Select(act => act.Name).Order();
        Assert.True(!missing.Any(), $"Say in its module's IActSamples how each of these is done on the demo centre: {string.Join(", ", missing)}.");
    }

    /// <summary>
    /// How long a busy machine takes says little of an act; how often it asks the database while all others wait, and how much it reads, is the
    /// same on every machine. Which errands held the writer long in truth, the server's log tells.
    /// </summary>
    [Theory, EachDatabase]
    public async Task No_act_asks_the_database_much_while_others_wait_for_the_writer(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        Assert.True((await centre.Services.GetRequiredService<DemoCentre>().FillAsync(_ => { }, FillPlanning.LeastDays)).Allowed);
        await centre.Services.GetRequiredService<MeasuresStore>().AddUpAsync(TimeSpan.MaxValue, TestContext.Current.CancellationToken);
        var (stage, times) = (new ActStage(centre), centre.Services.GetRequiredService<WriterTimes>());
        await stage.SetAsync();
        var faults = new List<string>();
        foreach (var (act, sample) in ActTable.Samples)
            if (await FaultOfAsync(act, sample, stage, times, MostQuestions(database)) is { } fault)
                faults.Add(fault);
        Assert.True(faults.Count == 0, $"Read and compute beside the writer (an IHandle of two phases), or in pieces:\n{string.Join("\n", faults)}");
    }

    private static async Task<string?> FaultOfAsync(Type act, Func<ActStage, Task> sample, ActStage stage, WriterTimes times, int most)
    {
        for (var tries = 0; tries < Tries; tries++)
            try
            {
                await sample(stage);
            }
            catch (Exception broken) when (broken is not OperationCanceledException)
            {
                return $"{act.Name} could not be done: {broken.Message}";
            }
        return times.Of(act.Name) switch
        {
            { Times: 0 } => $"{act.Name} never came to the writer",
            var held when held.Asked > most || held.Rows > MostRows => $"{act.Name} asked {held.Asked} questions and read {held.Rows} rows",
            _ => null,
        };
    }

    /// <summary>A question is a journey to PostgreSQL and back; SQLite answers in the process itself and writes row by row.</summary>
    private static int MostQuestions(Database database) => database == Database.Postgres ? 30 : 150;
}
