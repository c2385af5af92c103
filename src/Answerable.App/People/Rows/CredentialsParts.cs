using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Answerable.App.People;

/// <summary>What hangs on a person's credentials, in the framework's own rows: the second factor's secrets, and ways in by other systems.</summary>
internal sealed class CredentialsParts :
    IEntityTypeConfiguration<IdentityUserToken<PersonId>>,
    IEntityTypeConfiguration<IdentityUserClaim<PersonId>>,
    IEntityTypeConfiguration<IdentityUserLogin<PersonId>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<PersonId>> builder) =>
        builder.ToTable("people_user_tokens").HasKey(row => new { row.UserId, row.LoginProvider, row.Name });

    public void Configure(EntityTypeBuilder<IdentityUserClaim<PersonId>> builder) => builder.ToTable("people_user_claims").HasKey(row => row.Id);

    public void Configure(EntityTypeBuilder<IdentityUserLogin<PersonId>> builder) =>
        builder.ToTable("people_user_logins").HasKey(row => new { row.LoginProvider, row.ProviderKey });
}
