using System.Reflection;
using System.Text.Json.Serialization;
using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.Extensions.Logging;

namespace Answerable.App.Operations;

/// <summary>How every part of the system stands, and what to do where one is not well.</summary>
[Needs(Permission.AdministerSystem)]
[Unscoped(UnscopedAttribute.OfCentre)]
public sealed record SystemHealth : IReading<SystemHealth.View>
{
    public sealed record View(string Version, DateTimeOffset At, Condition Condition,
        [property: JsonPropertyName("standings")] IReadOnlyList<HealthLine> Lines);

    internal sealed class Reader(IEnumerable<IStands> parts, ILogger<SystemHealth> log) : IAnswer<SystemHealth, View>
    {
        private static readonly string Version =
            typeof(SystemHealth).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

        public async Task<Outcome<View>> Answer(SystemHealth reading, ReadingContext context, CancellationToken stop)
        {
            var all = new List<HealthLine>();
            foreach (var part in parts)
                all.AddRange(await AskAsync(part, stop));
            return new View(Version, context.Now, all.Select(line => line.Condition).DefaultIfEmpty().Max(), all);
        }

        /// <summary>One that cannot be asked is told as such: the others are asked all the more.</summary>
        private async Task<IReadOnlyList<HealthLine>> AskAsync(IStands part, CancellationToken stop)
        {
            try
            {
                return await part.AskAsync(stop);
            }
            catch (Exception broken) when (!stop.IsCancellationRequested)
            {
                log.LogWarning("{Part} could not be asked how it stands: {Kind}", part.GetType().Name, broken.GetType().Name);
                return [new HealthLine("Other", "A part of the centre", "could not be looked at", Condition.Amiss, "See the log of this server.")];
            }
        }
    }
}
