using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Answerable.App.Work;

/// <summary>Does one piece of work and says how it ended.</summary>
internal sealed class Performance(
    WorkKinds kinds, WorkDesk desk, IServiceProvider services, IDbContextFactory<AnswerableDb> databases, TimeProvider time,
    ILogger<Performance> log)
{
    private const string BrokeOff = "It broke off: this is a fault of ours, and it has been logged. Try again.";
    internal static readonly BackOff Pauses = new(TimeSpan.FromSeconds(5), TimeSpan.FromHours(1));

    public async Task<EndWork> OfAsync(TakeWork.Taken taken, string node, CancellationToken closing)
    {
        var hand = desk.Take(taken, node, closing);
        try
        {
            await StopWhereAskedAsync(hand);
            var outcome = await kinds[taken.Kind].PerformAsync(services, taken.Body, hand, hand.Stopped);
            return outcome.Allowed
                ? EndOf(taken, node, WorkState.Done)
                : EndOf(taken, node, WorkState.Failed, string.Join(" ", outcome.Refusals));
        }
        catch (OperationCanceledException) when (hand.Stopped.IsCancellationRequested)
        {
            return EndOf(taken, node, closing.IsCancellationRequested ? WorkState.Waiting : WorkState.Stopped);
        }
        catch (NotYetException notYet)
        {
            return EndOf(taken, node, WorkState.Waiting, notYet.Message) with { Due = time.GetUtcNow() + NotYetException.Pause };
        }
        catch (TryAgainException later)
        {
            log.LogInformation("{Kind} is tried again, after {Attempts} times.", taken.Kind, taken.Attempts);
            return Again(taken, node, later.Message);
        }
#pragma warning disable CA1031 // Whatever broke, the row must say so.
        catch (Exception broken)
#pragma warning restore CA1031
        {
            log.LogError(broken, "{Kind} broke off, for the {Attempts}. time.", taken.Kind, taken.Attempts);
            return Again(taken, node, BrokeOff);
        }
        finally
        {
            desk.Lay(hand);
        }
    }

    /// <summary>What was asked between the taking and the desk was heard by nobody: there was no hand to stop yet.</summary>
    private async Task StopWhereAskedAsync(WorkInHand hand)
    {
        await using var db = await databases.CreateDbContextAsync(hand.Stopped);
        if (await db.Set<OutboxRow>().AnyAsync(row => row.Id == hand.Id && row.StopAsked, hand.Stopped))
            hand.Stop();
        hand.Stopped.ThrowIfCancellationRequested();
    }

    private static EndWork EndOf(TakeWork.Taken taken, string node, WorkState state, string? reason = null) =>
        new(taken.Id, node, state, reason) { Attempt = taken.Attempts };

    private EndWork Again(TakeWork.Taken taken, string node, string why) => taken.Attempts < kinds[taken.Kind].MostAttempts
        ? EndOf(taken, node, WorkState.Waiting, why) with { Due = time.GetUtcNow() + Pauses.After(taken.Attempts) }
        : EndOf(taken, node, WorkState.Failed, why);
}
