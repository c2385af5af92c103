using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Answerable.App.Storage;

/// <summary>A key that signs cookies and forms: in the database, wrapped, so that every node and every restart knows it.</summary>
internal sealed class StorageKeyRow
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
    public string Xml { get; set; } = "";

    public static readonly WrappedColumn Wrapped = new("storage_keys", "name", "xml");

    internal sealed class Shape : IEntityTypeConfiguration<StorageKeyRow>
    {
        public void Configure(EntityTypeBuilder<StorageKeyRow> builder) => builder.ToTable("storage_keys").HasKey(row => row.Id);
    }
}

internal sealed class StorageKeys(IDbContextFactory<AnswerableDb> databases) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = databases.CreateDbContext();
        var master = db.Master;
        return db.Set<StorageKeyRow>().AsNoTracking().ToList()
            .ConvertAll(row => XElement.Parse(StorageKeyRow.Wrapped.Open(master, row.Xml, row.Name)));
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = databases.CreateDbContext();
        db.Add(new StorageKeyRow
        { Name = friendlyName, Xml = StorageKeyRow.Wrapped.Wrap(db.Master, element.ToString(SaveOptions.DisableFormatting), friendlyName) });
        db.SaveChanges();
    }
}

public static class StorageKeysInDatabase
{
    public static IServiceCollection KeepKeysInDatabase(this IServiceCollection services) =>
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
        new ConfigureOptions<KeyManagementOptions>(options =>
            options.XmlRepository = new StorageKeys(provider.GetRequiredService<IDbContextFactory<AnswerableDb>>())));
}
