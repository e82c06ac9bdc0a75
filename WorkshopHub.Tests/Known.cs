using System.Net;
using System.Text.RegularExpressions;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests;

/// <summary>People of the world who sign in as themselves, also those who have no account in it.</summary>
internal static partial class Known
{
    /// <summary>A client that is signed in as somebody of the world.</summary>
    public static async Task<HttpClient> AsAsync(this Site site, World world, string name)
    {
        await site.Writer.RunAsync(writes => writes.Execute(
            """
            INSERT INTO account (person_id, password_hash, stamp)
            SELECT @person, password_hash, @stamp FROM account WHERE person_id = @mari
            ON CONFLICT DO NOTHING
            """, new { person = world[name], stamp = Tokens.New(), mari = world["Mari Kask"] }));
        return await Office.SignInAsync(site, World.Mail(name));
    }

    /// <summary>The page of somebody's membership.</summary>
    public static async Task<string> MembershipAsync(this Site site, World world, string name) =>
        $"/memberships/{await site.Db.ReadAsync(reads => reads.First<long>("SELECT max(id) FROM membership WHERE person_id = @person", new { person = world[name] }))}";

    /// <summary>One value of the file.</summary>
    public static Task<T?> OneAsync<T>(this Site site, string sql, object? values = null) => site.Db.ReadAsync(reads => reads.First<T>(sql, values));

    /// <summary>Changes the file behind the program's back.</summary>
    public static Task<int> SetAsync(this Site site, string sql, object? values = null) => site.Writer.RunAsync(writes => writes.Execute(sql, values));

    /// <summary>What was sent was refused, and the page says these words.</summary>
    public static async Task RefusesAsync(this HttpResponseMessage answer, params string[] says)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.All(says, words => Assert.Contains(words, page, StringComparison.Ordinal));
    }

    /// <summary>What was sent was refused, and something stands beside each of these fields and beside no other.</summary>
    public static async Task RefusesBesideAsync(this HttpResponseMessage answer, params string[] fields)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var beside = Beside().Matches(await answer.Content.ReadAsStringAsync()).Select(one => one.Groups[1].Value);
        Assert.Equal(fields.Order(StringComparer.Ordinal), beside.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("class=\"err\" id=\"([^\"]+)-fault\"")]
    private static partial Regex Beside();
}
