using Answerable.App.Authority;
using Answerable.App.Conduct;
using Answerable.App.Contacts;
using Answerable.App.Journal;
using Answerable.App.Measures;
using Answerable.App.People;
using Answerable.App.Planning;
using Answerable.App.Procedures;
using Answerable.Model;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Storage;

internal sealed class AnswerableDb(DbContextOptions<AnswerableDb> options)
    : IdentityUserContext<Credentials, PersonId>(options)
{
    public DbSet<TeamRow> Teams => Set<TeamRow>();
    public DbSet<JournalRow> Journal => Set<JournalRow>();
    public DbSet<JournalHeadRow> JournalHead => Set<JournalHeadRow>();
    public DbSet<ContactRow> Contacts => Set<ContactRow>();
    public DbSet<DecisionKindRow> DecisionKinds => Set<DecisionKindRow>();
    public DbSet<LimitRow> Limits => Set<LimitRow>();
    public DbSet<DecisionRow> Decisions => Set<DecisionRow>();
    public DbSet<CaseRow> Cases => Set<CaseRow>();
    public DbSet<HandlingRow> Handlings => Set<HandlingRow>();
    public DbSet<WalkRow> Walks => Set<WalkRow>();
    public DbSet<NoteRow> Notes => Set<NoteRow>();
    public DbSet<ReferralRow> Referrals => Set<ReferralRow>();
    public DbSet<ContactTypeRow> ContactTypes => Set<ContactTypeRow>();
    public DbSet<ProcedureRow> Procedures => Set<ProcedureRow>();
    public DbSet<VersionRow> Versions => Set<VersionRow>();
    public DbSet<PublicationRow> Publications => Set<PublicationRow>();
    public DbSet<EditRow> Edits => Set<EditRow>();
    public DbSet<MeasuresDirtyRow> MeasuresDirty => Set<MeasuresDirtyRow>();
    public DbSet<MeasuresQuarterRow> MeasuresQuarters => Set<MeasuresQuarterRow>();
    public DbSet<MeasuresNameRow> MeasuresNames => Set<MeasuresNameRow>();
    public DbSet<DefinitionRow> MeasuresDefinitions => Set<DefinitionRow>();
    public DbSet<SeriesRow> PlanningSeries => Set<SeriesRow>();
    public DbSet<ScenarioRow> PlanningScenarios => Set<ScenarioRow>();
    public DbSet<RehearsalRow> PlanningRehearsals => Set<RehearsalRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        foreach (var id in typeof(IStrongId<>).Assembly.GetTypes().Where(StrongIds.IsStrongId))
            configurationBuilder.Properties(id).HaveConversion(typeof(StrongIdConverter<>).MakeGenericType(id));
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AnswerableDb).Assembly);
        SnakeCase.Apply(builder);
    }
}
