import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories import sign_in_learner
from tests.learning.factories import make_guide
from tests.learning.test_progress import mark
@pytest.mark.django_db
def test_q(client):
    learner = sign_in_learner(client)
    for number in range(3): mark(learner, make_guide(slug=f"panduan-{number}"), 1)
    with CaptureQueriesContext(connection) as c: client.get("/saya/")
    for q in c.captured_queries: print(q["sql"][:170])
