using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace WorkshopHub.Web.Data;

/// <summary>
/// The keys that protect cookies and forms lie beside the file, under the name that the file keeps: whoever moves or
/// restores the data folder signs nobody out, no phone and no screen.
/// </summary>
internal static class Keys
{
    /// <summary>Adds data protection with the keys of the data folder.</summary>
    public static void AddKeys(this IServiceCollection services)
    {
        services.AddDataProtection();
        services.AddOptions<KeyManagementOptions>().Configure<DataFile, ILoggerFactory>((options, file, logs) =>
        {
            Folders.Make(file.Keys);
            options.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(file.Keys), logs);
        });
        services.AddOptions<DataProtectionOptions>().Configure<Db>((options, db) =>
            options.ApplicationDiscriminator = db.Read(reads => Settings.Get(reads, Settings.ApplicationName))
                ?? throw new InvalidOperationException($"The file has no {Settings.ApplicationName}."));
    }
}
