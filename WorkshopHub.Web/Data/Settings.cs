namespace WorkshopHub.Web.Data;

/// <summary>What is set once for the whole house, by name.</summary>
public static class Settings
{
    /// <summary>What the organisation is called.</summary>
    public const string SiteName = "Site:Name";

    /// <summary>The address that people type and QR codes hold, e.g. http://hub.example (no slash at the end).</summary>
    public const string SiteAddress = "Site:Address";

    /// <summary>Other host names by which this house answers; in the file the one by which the address was chosen.</summary>
    public const string SiteHosts = "Site:Hosts";

    /// <summary>The organisation's time zone by its IANA name, e.g. Europe/London.</summary>
    public const string TimeZone = "Site:TimeZone";

    /// <summary>The name under which keys protect cookies and forms; made with the file and never changed.</summary>
    public const string ApplicationName = "Keys:ApplicationName";

    /// <summary>The value, or null where nothing is set.</summary>
    public static string? Get(Reads reads, string name) =>
        reads.First<string>("SELECT value FROM setting WHERE name = @name", new { name });

    /// <summary>Keeps a value.</summary>
    public static void Set(Writes writes, string name, string value) => writes.Execute("""
        INSERT INTO setting (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value
        """, new { name, value });

    /// <summary>What the organisation is called; empty until somebody has said so.</summary>
    public static string NameOf(Reads reads) => Get(reads, SiteName) ?? "";
}
