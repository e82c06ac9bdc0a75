using System.Net;

namespace WorkshopHub.Tests.Programmes;

/// <summary>Who sends a form with several things wrong hears of all of them at once, each beside its field, and loses nothing of what was typed.</summary>
public sealed class EveryFaultTests
{
    private const string Long = "A text that goes on and on. ";

    /// <summary>Who sends which form, with what in which field, and what stands beside it then.</summary>
    public static TheoryData<string, string, string, (string Field, string Typed, string Says)[]> Forms => new()
    {
        {
            "Mari Kask", "/programmes/new", "",
            [
                ("Form.Name", " ", "What is the programme called?"), ("Form.TimeShare", "5", "Between 20 and 30 per cent"),
                ("Form.StartDate", "soon", "This is no date"), ("Form.EndDate", "later", "This is no date"),
            ]
        },
        {
            "Mari Kask", "/programmes/{programme}/edit", "",
            [("Form.Name", Words(81), "81 characters"), ("Form.TimeShare", "90", "Between 20 and 30 per cent"), ("Form.StartDate", "2026-03-10", ""), ("Form.EndDate", "2026-01-01", "end before it begins")]
        },
        {
            "Mari Kask", "/programmes/{programme}/edit", "",
            [("Form.StartDate", "2026-03-10", ""), ("Form.EndDate", "2029-03-11", "More than 3 years lie between")]
        },
        {
            "Mari Kask", "/people/new", "",
            [("Form.Name", "", "Who is it?"), ("Form.Email", "mari", "This is no e-mail address"), ("Form.Discipline", Words(101), "101 characters"), ("Form.Manager", "Nobody Known", "Nobody here is called Nobody Known")]
        },
        {
            "Mari Kask", "/people/{otto}", "",
            [("Form.Name", "", "Who is it?"), ("Form.Email", "otto", "This is no e-mail address"), ("Form.JobTitle", Words(101), "101 characters"), ("Form.Manager", "Otto Outsider", "their own manager")]
        },
        {
            "Mari Kask", "/programmes/{programme}", "?handler=Person",
            [("Form.Name", "", "Who is it?"), ("Form.Email", "no", "This is no e-mail address"), ("Form.SetId", "", "A member needs a set"), ("Form.Supervisor", "Nobody Known", "Nobody here is called Nobody Known")]
        },
        {
            "Mari Kask", "/programmes/{programme}/people/{alma}", "",
            [("Form.Name", "", "Who is it?"), ("Form.JobTitle", Words(101), "101 characters"), ("Form.Unit", Words(102), "102 characters")]
        },
        {
            "Sven Sponsor", "/programmes/{programme}/problems/new", "",
            [("Form.Title", "", "What is it called?"), ("Form.Description", Words(601), "601 characters"), ("Form.WhyItMatters", Words(602), "602 characters")]
        },
        {
            "Sven Sponsor", "/problems/{problem}/write/tried", "",
            [
                ("Form.Attempts[0].Year", "22", "A year in four figures"), ("Form.Attempts[0].What", "", "Say what was tried"), ("Form.Attempts[0].Why", "", "it can’t count as an attempt"),
                ("Form.Attempts[1].Year", "", "Roughly when?"), ("Form.Attempts[1].What", "A portal", ""), ("Form.Attempts[1].Why", "", "it can’t count as an attempt"),
            ]
        },
        {
            "Sven Sponsor", "/programmes/{programme}/authority", "",
            [("MayDecide", "", "What may they decide without asking?"), ("MustAsk", Words(281), "281 characters"), ("SpendLimit", "a lot", "whole figures")]
        },
        {
            "Mari Kask", "/programmes/{programme}/workshops/new", "",
            [("Form.Title", "", "What is it called?"), ("Form.Date", "soon", "This is no date"), ("Form.Starts", "noon", "At what time?"), ("Form.Place", Words(121), "121 characters")]
        },
        {
            "Mari Kask", "/programmes/{programme}/letters", "?handler=Print",
            [("Heading", "", "What stands above the letter?"), ("Words", "", "Write the letter"), ("AnswerBy", "soon", "A day, or nothing"), ("To", "0", "Tick at least one person")]
        },
        {
            "Alma Tamm", "{membership}", "?handler=Goal",
            [("Goal.Text", "", "What do you want to get better at?"), ("Goal.WhyNow", Words(281), "281 characters"), ("Goal.HowNoticed", Words(282), "282 characters")]
        },
        {
            "Alma Tamm", "{membership}/goal", "?handler=Ask",
            [("Peer", "0", "Choose whom you ask"), ("Question", "", "What would you like to know?")]
        },
        {
            "Alma Tamm", "{membership}/problem", "",
            [
                ("Own.Title", "", "short name"), ("Own.Description", "", "What happens, and to whom? Two"), ("Own.WhyItMatters", Words(601), "601 characters"),
                ("Goal.Text", "", "What do you want to get better at? One"), ("Goal.WhyNow", Words(281), "281 characters"),
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Each_fault_of_a_form_stands_beside_its_field_at_once(string name, string page, string handler, (string Field, string Typed, string Says)[] fields)
    {
        var (world, site) = World.Start();
        await using var started = site;
        await site.SetAsync("UPDATE programme SET start_date = '2026-03-10', end_date = '2026-09-15'");
        await site.SetAsync("INSERT INTO problem (programme_id, position, title, created_at, changed_at) VALUES (@Programme, 9, 'Holes', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')", world);
        await site.SetAsync("UPDATE membership SET accepted_at = joined_at");
        if (page.EndsWith("/problem", StringComparison.Ordinal))
        {
            await site.SetAsync("DELETE FROM problem; UPDATE programme SET format = 'OwnProblem'");
        }

        var address = page.Replace("{programme}", $"{world.Programme}", StringComparison.Ordinal).Replace("{otto}", $"{world["Otto Outsider"]}", StringComparison.Ordinal)
            .Replace("{alma}", $"{world["Alma Tamm"]}", StringComparison.Ordinal).Replace("{membership}", await site.MembershipAsync(world, "Alma Tamm"), StringComparison.Ordinal)
            .Replace("{problem}", $"{await site.OneAsync<long?>("SELECT max(id) FROM problem")}", StringComparison.Ordinal);
        using var client = await site.AsAsync(world, name);
        using var answer = await client.PostAsync(address, handler, [("go", page.EndsWith("/problem", StringComparison.Ordinal) ? "send" : "next"), ("Form.Version", "1"), ("Form.Format", "CommonProblem"), ("Form.Role", "Member"), .. fields.Select(one => (one.Field, one.Typed))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.All(fields, one =>
        {
            var (field, typed, says) = one;
            var beside = html.Split($"{field}-fault\"><svg", 2) is [_, var rest] ? rest[..rest.IndexOf("</span></span>", StringComparison.Ordinal)] : "";
            Assert.True(says.Length == 0 ? beside.Length == 0 : beside.Contains(says, StringComparison.Ordinal), $"Beside {field} of {page} stands “{beside}” and not “{says}”");
            Assert.Contains(typed, html, StringComparison.Ordinal);
        });
    }

    private static string Words(int length) => string.Concat(Enumerable.Repeat(Long, (length / Long.Length) + 1))[..(length - 1)] + "x";
}
