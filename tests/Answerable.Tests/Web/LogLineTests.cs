using Answerable.Web.Shared;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Answerable.Tests.Web;

public sealed class LogLineTests
{
    [Fact]
    public void Neither_what_is_said_nor_the_fault_under_it_holds_a_card()
    {
        using var log = new StringWriter();
        new LogLine(TimeProvider.System).Write(new LogEntry<string>(LogLevel.Error, "Pages", default, "Cannot parse the value '5555555555554444'",
            new InvalidOperationException("/people?page=4111%201111%201111%201111"), (said, _) => said), null, log);
        Assert.Contains(" error Pages: Cannot parse the value '555555******4444'", log.ToString(), StringComparison.Ordinal);
        Assert.Contains("page=4111%2011**%20****%201111", log.ToString(), StringComparison.Ordinal);
    }
}
