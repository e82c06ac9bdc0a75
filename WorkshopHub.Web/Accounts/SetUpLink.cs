using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts;

/// <summary>The one-time link by which the first person comes in. Only its hash is kept.</summary>
public static class SetUpLink
{
    /// <summary>
    /// A new link's token where nobody looks after this house yet; links made before stop working. Null where somebody
    /// does.
    /// </summary>
    public static Task<string?> EnsureAsync(Writer writer) => writer.RunAsync(writes =>
    {
        if (HasAdmin(writes))
        {
            return null;
        }

        var token = Tokens.New();
        writes.Execute("DELETE FROM personal_link WHERE purpose = 'SetUp'");
        writes.Execute("""
            INSERT INTO personal_link (token_hash, purpose, created_at) VALUES (@hash, 'SetUp', @Now)
            """, new { hash = Tokens.Hash(token), writes.Now });
        return token;
    });

    /// <summary>Whether this link may still be used.</summary>
    public static bool IsGood(Reads reads, string? token) => Tokens.IsToken(token) && !HasAdmin(reads)
        && reads.First<string>("""
            SELECT token_hash FROM personal_link WHERE token_hash = @hash AND purpose = 'SetUp' AND used_at IS NULL
            """, new { hash = Tokens.Hash(token!) }) is not null;

    /// <summary>Uses the link up; false where it was used already.</summary>
    public static bool Use(Writes writes, string? token) => IsGood(writes, token) && writes.Execute("""
        UPDATE personal_link SET used_at = @Now WHERE token_hash = @hash AND used_at IS NULL
        """, new { hash = Tokens.Hash(token!), writes.Now }) == 1;

    private static bool HasAdmin(Reads reads) =>
        reads.First<long>("SELECT count(*) FROM account WHERE is_admin = 1") > 0;
}
