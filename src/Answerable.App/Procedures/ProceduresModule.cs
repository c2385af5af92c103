using Answerable.App.Acts;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Procedures;

internal static class ProceduresModule
{
    public static IServiceCollection AddProcedures(this IServiceCollection services) => services
        .AddSingleton<PublishedCharts>()
        // What is in force does not wait for it: readings go by the dates.
        .DoesEachMinute(new SupersedeVersions())
        .Offers(
            typeof(DefineContactType), typeof(ChangeContactType),
            typeof(DraftProcedure), typeof(DraftNextVersion), typeof(EditVersion), typeof(UndoEdit),
            typeof(WithdrawVersion), typeof(PublishVersion), typeof(SupersedeVersions),
            typeof(ContactTypes), typeof(ContactTypeRecord), typeof(ProcedureRecord), typeof(VersionRecord),
            typeof(VersionComparison), typeof(Publications), typeof(ChartOf), typeof(ProcedureInForce));
}
