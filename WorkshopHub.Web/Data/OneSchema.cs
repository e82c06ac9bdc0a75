using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Dapper;

namespace WorkshopHub.Web.Data;

/// <summary>
/// All files of this program have one schema: how a row becomes a record is worked out once a process and not again for
/// the copy that a rehearsal runs on.
/// </summary>
internal sealed class OneSchema : IEqualityComparer<string>
{
    /// <inheritdoc />
    public bool Equals(string? x, string? y) => true;

    /// <inheritdoc />
    public int GetHashCode([DisallowNull] string obj) => 0;

#pragma warning disable CA2255 // The mapper asks for it at its first statement, whoever makes that.
    [ModuleInitializer]
    internal static void Say() => SqlMapper.ConnectionStringComparer = new OneSchema();
#pragma warning restore CA2255
}
