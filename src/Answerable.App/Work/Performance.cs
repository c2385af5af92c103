using Microsoft.Extensions.Logging;

namespace Answerable.App.Work;

/// <summary>Does one piece of work and says how it ended.</summary>
internal sealed class Performance(WorkKinds kinds, WorkDesk desk, IServiceProvider services, TimeProvider time, ILogger<Performance> log)
{
    private const string BrokeOff = "It broke off: this is a fault of ours, and it has been logged. Try again.";
    internal static readonly BackOff Pauses = new(TimeSpan.FromSeconds(5), TimeSpan.FromHours(1));

    public async Task<EndWork> OfAsync(TakeWork.Taken taken, string node, CancellationToken closing)
    {
        var hand = desk.Take(taken.Id, taken.Who, closing);
        try
        {
            var outcome = await kinds[taken.Kind].PerformAsync(services, taken.Body, hand, hand.Stopped);
            return outcome.Allowed
                ? new EndWork(taken.Id, node, WorkState.Done)
                : new EndWork(taken.Id, node, WorkState.Failed, string.Join(" ", outcome.Refusals));
        }
        catch (OperationCanceledException) when (hand.Stopped.IsCancellationRequested)
        {
            return new EndWork(taken.Id, node, closing.IsCancellationRequested ? WorkState.Waiting : WorkState.Stopped);
        }
        catch (NotYetException notYet)
        {
            return new EndWork(taken.Id, node, WorkState.Waiting, notYet.Message) { Due = time.GetUtcNow() + NotYetException.Pause };
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

    private EndWork Again(TakeWork.Taken taken, string node, string why) => taken.Attempts < kinds[taken.Kind].MostAttempts
        ? new EndWork(taken.Id, node, WorkState.Waiting, why) { Due = time.GetUtcNow() + Pauses.After(taken.Attempts) }
        : new EndWork(taken.Id, node, WorkState.Failed, why);
}
