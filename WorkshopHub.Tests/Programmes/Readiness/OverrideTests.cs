using WorkshopHub.Web.Programmes.Readiness;

namespace WorkshopHub.Tests.Programmes.Readiness;

/// <summary>What an override of a warning covers, and what nobody overrides.</summary>
public sealed class OverrideTests
{
    private const string Reason = "She meets both her sets in their depots on 12 March, for two hours.";

    [Fact]
    public async Task An_override_holds_only_for_what_it_was_said_of()
    {
        await using var room = await ReadyRoom.OpenAsync();
        await room.BreakAsync("UPDATE person SET org_unit_id = (SELECT org_unit_id FROM person WHERE id = @one) WHERE id = @two");
        await room.PostAsync("?handler=Override", ("Need", (await room.OpenAsync("mix")).Key), ("Reason", Reason));
        Assert.DoesNotContain(await room.NeedsAsync(), need => need.Group == "mix" && need.State == NeedState.Open);
        await room.BreakAsync("UPDATE person SET org_unit_id = (SELECT org_unit_id FROM person WHERE id = @one) WHERE id IN (SELECT person_id FROM membership WHERE set_id = @set)");
        Assert.Contains("are all from Part 1", (await room.OpenAsync("mix")).Plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_override_does_not_cover_whoever_comes_later()
    {
        await using var room = await ReadyRoom.OpenAsync();
        await room.BreakAsync("DELETE FROM developmental_goal WHERE membership_id = (SELECT id FROM membership WHERE person_id = @one)");
        await room.PostAsync("?handler=Override", ("Need", (await room.OpenAsync("goals")).Key), ("Reason", Reason));
        Assert.DoesNotContain(await room.NeedsAsync(), need => need.Group == "goals" && need.State == NeedState.Open);

        // Nils1 writes one, and somebody comes who has none: as many as before, and others.
        await room.BreakAsync(
            """
            INSERT INTO developmental_goal (membership_id, text, created_at, changed_at) SELECT id, 'Ask first', @Now, @Now FROM membership WHERE person_id = @one;
            INSERT INTO person (name, created_at, changed_at) VALUES ('Lena Late', @Now, @Now);
            INSERT INTO membership (set_id, person_id, supervisor_id, joined_at, accepted_at) SELECT @set, max(id), @uma, @Now, @Now FROM person
            """);
        Assert.Equal(NeedState.Open, (await room.OpenAsync("goals")).State);
        Assert.Contains("Lena", (await room.OpenAsync("time")).Plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_manager_in_the_set_is_never_overridden_though_another_supervises()
    {
        await using var room = await ReadyRoom.OpenAsync();
        await room.BreakAsync("UPDATE person SET manager_id = @two WHERE id = @one");
        var need = await room.OpenAsync("mix");
        Assert.Equal((Weight.Hard, "Nils2 Next and Nils1 Next, whom they lead, are both in Set 1"), (need.Weight, need.Plain));
    }
}
