using System.Globalization;
using Microsoft.Data.Sqlite;

namespace WorkshopHub.Web.Data;

/// <summary>
/// Names stand as a directory has them: Ä beside A, small letters beside capitals. SQLite's own order has both after Z. In SQL it is
/// <c>COLLATE NAMES</c>; no index and no column has it, so that other programs open the file.
/// </summary>
internal static class Alphabet
{
    /// <summary>Teaches a connection the order.</summary>
    public static void Teach(SqliteConnection connection) => connection.CreateCollation("NAMES", Compare);

    /// <summary>Names that differ in capitals alone keep an order of their own, so that lists never flicker.</summary>
    internal static int Compare(string one, string other) =>
        CultureInfo.InvariantCulture.CompareInfo.Compare(one, other, CompareOptions.IgnoreCase) is not 0 and var order ? order : string.CompareOrdinal(one, other);
}
