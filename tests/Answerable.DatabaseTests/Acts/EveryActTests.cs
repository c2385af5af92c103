using Answerable.App;
using Answerable.App.Acts;
using Answerable.App.Demo;
using Answerable.App.Measures;
using Answerable.App.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.Acts;

public sealed class EveryActTests
{
    private const int MostTries = 12;

    /// <summary>A sample that can be done only once would fail on a busy day alone.</summary>
    private const int LeastTries = 2;

    [Fact]
    public void Every_act_is_in_the_table()
    {
        var acts = typeof(AnswerableApp).Assembly.GetTypes().Where(type => !type.IsAbstract
            && type.GetInterfaces().Any(role => role.IsGenericType && role.GetGenericTypeDefinition() == typeof(IAct<>)));
        var missing = acts.Where(act => !ActTable.Samples.ContainsKey(act)).Select(act => act.Name).Order();
        Assert.True(!missing.Any(), $"Say in its module's IActSamples how each of these is done on the demo centre: {string.Join(", ", missing)}.");
    }

    /// <summary>
    /// An act is tried until it has held the writer for no longer than it may: on a busy machine one try says little, but what is too dear is too
    /// dear every time.
    /// </summary>
    [Theory, EachDatabase]
    public async Task No_act_holds_the_writer_longer_than_a_desk_can_wait(Database database)
    {
        await using var centre = await TestCentre.OpenAsync(database);
        Assert.True((await centre.Services.GetRequiredService<DemoCentre>().FillAsync(_ => { }, FillPlanning.LeastDays)).Allowed);
        await centre.Services.GetRequiredService<MeasuresStore>().AddUpAsync(TimeSpan.MaxValue, TestContext.Current.CancellationToken);
        var (stage, times) = (new ActStage(centre), centre.Services.GetRequiredService<WriterTimes>());
        await stage.SetAsync();
        var faults = new List<string>();
        foreach (var (act, sample) in ActTable.Samples)
            if (await FaultOfAsync(act, sample, stage, times) is { } fault)
                faults.Add(fault);
        Assert.True(faults.Count == 0, $"Read and compute beside the writer (an IHandle of two phases), or in pieces:\n{string.Join("\n", faults)}");
    }

    private static async Task<string?> FaultOfAsync(Type act, Func<ActStage, Task> sample, ActStage stage, WriterTimes times)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (tries >= LeastTries && times.Of(act.Name) is { Times: > 0 } held && held.Best <= WriterTimes.Longest)
                return null;
            try
            {
                await sample(stage);
            }
            catch (Exception broken) when (broken is not OperationCanceledException)
            {
                return $"{act.Name} could not be done: {broken.Message}";
            }
        }
        return times.Of(act.Name) is { Times: > 0 } tooLong && tooLong.Best > WriterTimes.Longest
            ? $"{act.Name} held it for {tooLong.Best.TotalMilliseconds:0} ms at best of {tooLong.Times}"
            : times.Of(act.Name).Times == 0 ? $"{act.Name} never came to the writer" : null;
    }
}
